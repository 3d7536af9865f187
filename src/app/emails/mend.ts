import type { AuditAction } from '../../domain/audit-event.js';
import type { SignedInCaller } from '../../domain/caller.js';
import type { DeliveryEvent, DeliveryState } from '../../domain/delivery.js';
import { nextState } from '../../domain/delivery.js';
import { Problem, refuse } from '../../domain/errors.js';
import { mayInArea } from '../../domain/permission.js';
import type { Standing } from '../../storage/mending.store.js';
import { anyPending, standingsHeld, turnRecipients, writeMoved } from '../../storage/mending.store.js';
import type { Session } from '../../storage/orm.js';
import type { Desk, Outcome } from '../change.js';
import { change } from '../change.js';
import type { House } from '../house.js';
import { refuseInCopy } from '../instance/refuse-in-copy.js';
import { email as readEmail } from './read.js';
import type { EmailView } from './view.js';
import { isVisible, visibilityOf } from './visibility.js';

/** What a person asks an email to do. ARRIVED and RESEND answer an UNKNOWN outcome. */
export type Wish = 'RETRY' | 'CANCEL' | 'RELEASE' | 'ARRIVED' | 'RESEND';

/** How each wish is written down. */
export const ACTIONS: Readonly<Record<Wish, AuditAction>> = {
  RETRY: 'RETRIED', CANCEL: 'CANCELLED', RELEASE: 'RELEASED', ARRIVED: 'OUTCOME_RESOLVED', RESEND: 'OUTCOME_RESOLVED',
};

const stateOf = ({ email, dispatch }: Standing): DeliveryState =>
  ({ status: email.status, parkedReason: email.parked_reason, handedOver: dispatch?.handover === 1 });

const eventOf = async (session: Session, { email }: Standing, wish: Wish, now: number): Promise<DeliveryEvent> => {
  switch (wish) {
    case 'RELEASE': return { kind: 'RELEASE', later: (email.send_at ?? 0) > now };
    case 'ARRIVED': return { kind: 'RESOLVE_ARRIVED', pending: await anyPending(session, email.id) };
    case 'RESEND': return { kind: 'RESOLVE_RESEND' };
    default: return { kind: wish };
  }
};

/** Recipients follow their email: who was refused or left unknown is sent to again, or is taken to have it. */
const moveRecipients = async (session: Session, { email }: Standing, wish: Wish, now: number): Promise<void> => {
  if (wish === 'RETRY' && email.status === 'FAILED') await turnRecipients(session, email.id, 'REFUSED', 'PENDING', now);
  if (wish === 'RESEND') await turnRecipients(session, email.id, 'UNKNOWN', 'PENDING', now);
  if (wish === 'ARRIVED') await turnRecipients(session, email.id, 'UNKNOWN', 'ACCEPTED', now);
  if (wish === 'CANCEL') await turnRecipients(session, email.id, 'PENDING', 'CANCELLED', now);
};

/**
 * Moves an email as a person wishes, where the state machine lets it; false where it stands in a state in which that
 * cannot be, or where its content is gone and it would have to be sent.
 */
export const move = async (session: Session, standing: Standing, wish: Wish, now: number): Promise<boolean> => {
  const next = nextState(stateOf(standing), await eventOf(session, standing, wish, now));
  if (next === 'WRONG_STATE' || (next.status === 'QUEUED' && !standing.hasContent)) return false;
  await moveRecipients(session, standing, wish, now);
  // What is tried again goes now; what is released keeps its place in the order.
  await writeMoved(session, standing, next, wish === 'RELEASE' ? null : now, now);
  return true;
};

/** Takes an email that is not handed over out of the hands of its worker, to find its way anew; false where it is too late. */
export const takeBack = async (session: Session, standing: Standing, now: number): Promise<boolean> => {
  const next = nextState(stateOf(standing), { kind: 'GIVEN_BACK' });
  if (next === 'WRONG_STATE') return false;
  await writeMoved(session, standing, next, null, now);
  return true;
};

/** The email held for change, where the caller may know of it; FORBIDDEN where it may look but not touch. */
export const standingForChange = async (desk: Desk, caller: SignedInCaller, id: string): Promise<Standing> => {
  const [standing] = await standingsHeld(desk.session, [id]);
  if (standing === undefined || !isVisible(visibilityOf(caller), standing.email)) return refuse('NOT_FOUND', ['id'], 'There is no such email');
  if (!mayInArea(caller.rights, 'EMAILS', 'modify', standing.email.area)) {
    throw new Problem('FORBIDDEN', `Needs EMAILS modify in ${standing.email.area === null ? 'every area' : `area ${standing.email.area}`}`);
  }
  return standing;
};

/** Moves one email as a person wishes; WRONG_STATE where it stands otherwise. Answers the email as it stands then. */
export const mend = async (house: House, caller: SignedInCaller, id: string, wish: Wish): Promise<Outcome<EmailView>> => {
  const { value, faults } = await change(house, caller, async (desk) => {
    const standing = await standingForChange(desk, caller, id);
    const { email } = standing;
    if (wish !== 'CANCEL' && wish !== 'ARRIVED') await refuseInCopy(desk.session, ['id']);
    if (!await move(desk.session, standing, wish, desk.now)) {
      const why = standing.hasContent ? `This email is ${email.status}` : `This email is ${email.status}, and its content was purged`;
      refuse('WRONG_STATE', ['id'], `${why}: ${wish.toLowerCase()} does not apply`);
    }
    desk.audit(ACTIONS[wish], { type: 'EMAIL', id, name: email.subject }, [{ field: 'status', before: email.status, after: wish }]);
    return id;
  });
  if (value === null) return { value: null, faults };
  house.announcements.emit('emailChanged', id);
  house.wakeDelivery();
  return { value: await readEmail(house, caller, id), faults };
};
