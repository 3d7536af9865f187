import type { AuditEvent } from '../../domain/audit-event.js';
import type { Page, PageArguments } from '../../domain/page.js';
import { pageRequest } from '../../domain/page.js';
import type { AuditFilter } from '../../storage/audit.store.js';
import { auditPage } from '../../storage/audit.store.js';
import type { House } from '../house.js';

/** What was done, newest first. */
export const auditEvents = async (house: House, filter: AuditFilter, page: PageArguments): Promise<Page<AuditEvent>> =>
  await auditPage(house.storage.read(), filter, pageRequest(page));
