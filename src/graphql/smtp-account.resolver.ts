import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { createSmtpAccount } from '../app/accounts/create.js';
import { eraseSmtpAccount } from '../app/accounts/erase.js';
import { pauseSmtpAccount, resumeSmtpAccount } from '../app/accounts/pause.js';
import { postSmtpAccountSettings } from '../app/accounts/post-settings.js';
import { nextSmtpAccountNumber, smtpAccount, smtpAccountByNumber, smtpAccounts, smtpAccountUses } from '../app/accounts/read.js';
import { renameSmtpAccount } from '../app/accounts/rename.js';
import { secretState } from '../app/accounts/secrets.js';
import type { Outcome } from '../app/change.js';
import type { SmtpAccount } from '../domain/account.js';
import { refOf } from '../domain/account.js';
import { securityInForce } from '../domain/account-settings.js';
import { may } from '../domain/permission.js';
import { connectionOf, PageArgs } from './connection.type.js';
import type { Context } from './context.js';
import { signedIn } from './context.js';
import { RecordRefType } from './user-error.type.js';
import {
  CreateSmtpAccountInput, SecretState, Security, SmtpAccountConnectionType, SmtpAccountFilter, SmtpAccountOrder,
  SmtpAccountPayloadType, SmtpAccountSettingsInput, SmtpAccountType,
} from './smtp-account.type.js';

/** The payload: the record itself only for those who may see accounts. */
export const accountPayload = (context: Context, { value, faults }: Outcome<SmtpAccount>) => ({
  smtpAccount: value !== null && may(signedIn(context).rights, 'SMTP_ACCOUNTS', 'access') ? value : null,
  ref: value === null ? null : refOf(value),
  userErrors: faults,
});

@Resolver(() => SmtpAccountType)
export class SmtpAccountResolver {
  @Query(() => SmtpAccountConnectionType, { description: 'SMTP accounts, by number if no order is given.' })
  async smtpAccounts(
    @Ctx() { house }: Context, @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => SmtpAccountFilter, { nullable: true, description: 'Which accounts.' }) filter?: SmtpAccountFilter | null,
    @Arg('orderBy', () => SmtpAccountOrder, { nullable: true, description: 'In which order.' }) orderBy?: keyof typeof SmtpAccountOrder | null,
  ) {
    return connectionOf(await smtpAccounts(house, filter ?? {}, orderBy ?? 'NUMBER', page));
  }

  @Query(() => SmtpAccountType, { nullable: true, description: 'An account by id.' })
  async smtpAccount(@Ctx() { house }: Context, @Arg('id', () => ID, { description: 'The id of the account.' }) id: string) {
    return await smtpAccount(house, id);
  }

  @Query(() => SmtpAccountType, { nullable: true, description: 'An account by its record number.' })
  async smtpAccountByNumber(@Ctx() { house }: Context, @Arg('number', () => String, { description: 'The record number.' }) number: string) {
    return await smtpAccountByNumber(house, number);
  }

  @Query(() => String, { description: 'The number that a new account would be offered. Another user may take it first.' })
  async nextSmtpAccountNumber(@Ctx() { house }: Context) {
    return await nextSmtpAccountNumber(house);
  }

  @Mutation(() => SmtpAccountPayloadType, { description: 'Makes an account. Needs SMTP_ACCOUNTS add.' })
  async createSmtpAccount(@Ctx() context: Context, @Arg('input', () => CreateSmtpAccountInput, { description: 'The new account.' }) input: CreateSmtpAccountInput) {
    return accountPayload(context, await createSmtpAccount(context.house, signedIn(context), input));
  }

  @Mutation(() => SmtpAccountPayloadType, { description: 'Gives an account another name. Needs SMTP_ACCOUNTS modify.' })
  async renameSmtpAccount(
    @Ctx() context: Context, @Arg('id', () => ID, { description: 'The account.' }) id: string,
    @Arg('name', () => String, { description: 'Its new name.' }) name: string,
    @Arg('version', () => Int, { description: 'The version you saw.' }) version: number,
  ) {
    return accountPayload(context, await renameSmtpAccount(context.house, signedIn(context), { id, name, version }));
  }

  @Mutation(() => SmtpAccountPayloadType, { description: 'Puts edited settings in force, in one step. Needs SMTP_ACCOUNTS modify; add suffices for the first settings of an account that you created.' })
  async postSmtpAccountSettings(
    @Ctx() context: Context, @Arg('id', () => ID, { description: 'The account.' }) id: string,
    @Arg('settings', () => SmtpAccountSettingsInput, { description: 'The edited settings.' }) settings: SmtpAccountSettingsInput,
    @Arg('version', () => Int, { description: 'The version you saw.' }) version: number,
  ) {
    return accountPayload(context, await postSmtpAccountSettings(context.house, signedIn(context), { id, settings, version }));
  }

  @Mutation(() => SmtpAccountPayloadType, { description: 'Stops sending through an account; its emails wait. Needs SMTP_ACCOUNTS modify.' })
  async pauseSmtpAccount(@Ctx() context: Context, @Arg('id', () => ID, { description: 'The account.' }) id: string) {
    return accountPayload(context, await pauseSmtpAccount(context.house, signedIn(context), id));
  }

  @Mutation(() => SmtpAccountPayloadType, { description: 'Lets an account send again and frees what waited for it. Needs SMTP_ACCOUNTS modify.' })
  async resumeSmtpAccount(@Ctx() context: Context, @Arg('id', () => ID, { description: 'The account.' }) id: string) {
    return accountPayload(context, await resumeSmtpAccount(context.house, signedIn(context), id));
  }

  @Mutation(() => SmtpAccountPayloadType, { description: 'Erases an account that nothing uses any more. Needs SMTP_ACCOUNTS erase.' })
  async eraseSmtpAccount(
    @Ctx() context: Context, @Arg('id', () => ID, { description: 'The account.' }) id: string,
    @Arg('version', () => Int, { description: 'The version you saw.' }) version: number,
  ) {
    return accountPayload(context, await eraseSmtpAccount(context.house, signedIn(context), { id, version }));
  }

  @FieldResolver(() => Security, { nullable: true, description: 'The security in force, by choice or by port.' })
  securityInForce(@Root() account: SmtpAccount) {
    return account.settings === null ? null : securityInForce(account.settings);
  }

  @FieldResolver(() => Boolean, { description: 'Whether a password is stored.' })
  hasPassword(@Root() account: SmtpAccount) {
    return account.passwordSealed !== null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether a SendGrid API key is stored.' })
  hasSendGridApiKey(@Root() account: SmtpAccount) {
    return account.sendGridApiKeySealed !== null;
  }

  @FieldResolver(() => SecretState, { description: 'Whether the stored password can still be used.' })
  passwordState(@Root() account: SmtpAccount, @Ctx() { house }: Context) {
    return secretState(house.secrets, account, 'password');
  }

  @FieldResolver(() => SecretState, { description: 'Whether the stored SendGrid API key can still be used.' })
  sendGridApiKeyState(@Root() account: SmtpAccount, @Ctx() { house }: Context) {
    return secretState(house.secrets, account, 'sendGridApiKey');
  }

  @FieldResolver(() => [RecordRefType], { description: 'Where it is used, so that it cannot be erased: as the default, by overrides, as a fallback, by unsent emails that chose it (20 at most).' })
  async usedBy(@Root() account: SmtpAccount, @Ctx() context: Context) {
    return await smtpAccountUses(context.house, signedIn(context), account);
  }
}
