import type { Page, PageRequest } from '../domain/page.js';
import { CapturedEmailRow } from './entities/captured.entity.js';
import type { Session } from './orm.js';
import { pageOf } from './page.js';

/** A page of what the sandbox caught, newest first; `areas` narrows it to emails of these. */
export const capturedPage = async (session: Session, areas: 'all' | readonly string[], request: PageRequest): Promise<Page<CapturedEmailRow>> =>
  await pageOf<CapturedEmailRow>(session, CapturedEmailRow, areas === 'all' ? {} : { area: { $in: [...areas] } }, [{ id: 'desc' }], request);
