import { createContext, useContext } from 'react';
import type { RecordType, Right, SessionQuery } from './session.generated.js';

export type Viewer = SessionQuery['viewer'];

/** Who is signed in, and what the page may show; asked for anew by `refresh`. */
export interface SessionShown { readonly viewer: Viewer; readonly refresh: () => void }

export const SessionContext = createContext<SessionShown | null>(null);

export const useSession = (): SessionShown => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('Only shown to who is signed in');
  return session;
};

/** Whether the viewer has a right, in any area. A page shows what it may do; the server refuses the rest anyway. */
export const may = ({ rights }: Pick<Viewer, 'rights'>, recordType: RecordType, right: Right): boolean =>
  rights.some((held) => held.recordType === recordType && held.right === right);

/** Whether the viewer has a right for emails of an area; those without an area are for who has it everywhere. */
export const mayIn = ({ rights }: Pick<Viewer, 'rights'>, recordType: RecordType, right: Right, area: string | null): boolean =>
  rights.some((held) => held.recordType === recordType && held.right === right && (held.areas === null || (area !== null && held.areas.includes(area))));

export const useMay = (): ((recordType: RecordType, right: Right) => boolean) => {
  const { viewer } = useSession();
  return (recordType, right) => may(viewer, recordType, right);
};
