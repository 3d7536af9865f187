import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from 'type-graphql';
import { mailStateNow } from '../app/configuration/read.js';
import { accountAlerts } from '../app/health/read.js';
import { changePassword } from '../app/people/change-password.js';
import { signIn } from '../app/people/sign-in.js';
import { signOut } from '../app/people/sign-out.js';
import type { Viewer } from '../app/people/viewer.js';
import { viewer } from '../app/people/viewer.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { AccountAlertType } from './health.type.js';
import { rightsShown } from './permission.type.js';
import { ChangePasswordPayloadType, MailStateEnum, SignInPayloadType, SignOutPayloadType, ViewerType } from './viewer.type.js';

const viewerShown = (shown: Viewer) => ({ ...shown, rights: rightsShown(shown.rights) });

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: 'Who you are, and what you may do: what a front end may show.' })
  async viewer(@Ctx() context: Context) {
    return viewerShown(await viewer(context.house, signedIn(context)));
  }

  @FieldResolver(() => [AccountAlertType], { description: 'Accounts that do not work, then those with a warning: for a banner on every page. Empty without SMTP_ACCOUNTS access.' })
  async alerts(@Ctx() context: Context) {
    return context.caller.kind === 'SIGNED_OUT' ? [] : await accountAlerts(context.house, signedIn(context));
  }

  @FieldResolver(() => MailStateEnum, { description: 'Where mail goes at present: for a banner on every page.' })
  async mail(@Ctx() context: Context) {
    return await mailStateNow(context.house);
  }

  @Mutation(() => SignInPayloadType, { description: 'Signs in by password. Failed attempts are limited by network address.' })
  async signIn(
    @Ctx() context: Context, @Arg('email', () => String, { description: 'The employee\'s email address.' }) email: string,
    @Arg('password', () => String, { description: 'The password.' }) password: string,
    @Arg('cookie', () => Boolean, { defaultValue: false, description: 'Keep the session in an HttpOnly cookie, and return no token.' }) cookie: boolean,
  ) {
    const { value, faults } = await signIn(context.house, context.caller, { email, password });
    if (value === null) return { token: null, expiresAt: null, viewer: null, userErrors: faults };
    if (cookie) context.setSessionCookie(value.token, value.expiresAt);
    return {
      token: cookie ? null : value.token, expiresAt: value.expiresAt, userErrors: [],
      viewer: viewerShown(await viewer(context.house, value.caller)),
    };
  }

  @Mutation(() => SignOutPayloadType, { description: 'Ends your session, everywhere.' })
  async signOut(@Ctx() context: Context) {
    const { value, faults } = await signOut(context.house, signedIn(context));
    context.setSessionCookie(null, 0);
    return { signedOut: value ?? false, userErrors: faults };
  }

  @Mutation(() => ChangePasswordPayloadType, { description: 'Gives you another password and ends your other sessions. Works with a one-time password, which must be changed before anything else.' })
  async changePassword(
    @Ctx() context: Context, @Arg('current', () => String, { description: 'The password you have.' }) current: string,
    @Arg('next', () => String, { description: 'The password you want: 10 to 1,024 characters, not your name or email address.' }) next: string,
  ) {
    const { value, faults } = await changePassword(context.house, signedIn(context), { current, next });
    return { changed: value ?? false, userErrors: faults };
  }
}
