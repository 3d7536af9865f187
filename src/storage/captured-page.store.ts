import type { Page, PageRequest } from '../domain/page.js';
import { CapturedEmailRow } from './entities/captured.entity.js';
import type { Session } from './orm.js';
import { pageOf } from './page.js';

const within = (areas: 'all' | readonly string[]) => (areas === 'all' ? {} : { area: { $in: [...areas] } });

/** A page of what the sandbox caught, newest first; `areas` narrows it to emails of these. */
export const capturedPage = async (session: Session, areas: 'all' | readonly string[], request: PageRequest): Promise<Page<CapturedEmailRow>> =>
  await pageOf<CapturedEmailRow>(session, CapturedEmailRow, within(areas), [{ id: 'desc' }], request);

/** One of them; null where it is not there, or of another area. */
export const capturedById = async (session: Session, areas: 'all' | readonly string[], id: string): Promise<CapturedEmailRow | null> =>
  await session.findOne(CapturedEmailRow, { id, ...within(areas) });
