import { defineEntity } from '@mikro-orm/core';
import { ApplicationToken, Employee, Role } from '../../domain/people.js';
import type { HolderKind, RecordType } from '../../domain/permission.js';
import { flag, json, text, time, uuid, whole } from '../column.js';

export const EmployeeEntity = defineEntity({
  class: Employee,
  tableName: 'employee',
  properties: {
    id: uuid().primary(),
    number: text(20),
    numberKey: text(20).unique(),
    numberSort: text(80).index(),
    name: text(100),
    email: text(254),
    emailKey: text(254).unique(),
    searchKey: text(600),
    passwordHash: text(200).nullable(),
    mustChangePassword: flag(),
    active: flag(),
    createdAt: time(),
    updatedAt: time(),
    version: whole(),
  },
});

export const RoleEntity = defineEntity({
  class: Role,
  tableName: 'role',
  properties: {
    id: uuid().primary(),
    name: text(100),
    nameKey: text(200).unique(),
    description: text(500).nullable(),
    createdAt: time(),
    version: whole(),
  },
});

/** Which employee has which role. */
export class EmployeeRoleRow {
  employeeId!: string;
  roleId!: string;
}

export const EmployeeRoleEntity = defineEntity({
  class: EmployeeRoleRow,
  tableName: 'employee_role',
  properties: { employeeId: uuid().primary(), roleId: uuid().primary().index() },
});

/** One access record: holder × record type × four rights, in some areas or all. */
export class AccessRecordRow {
  holderKind!: HolderKind;
  holderId!: string;
  recordType!: RecordType;
  access!: boolean;
  modify!: boolean;
  add!: boolean;
  erase!: boolean;
  areas: readonly string[] | null = null;
}

export const AccessRecordEntity = defineEntity({
  class: AccessRecordRow,
  tableName: 'access_record',
  properties: {
    holderKind: text(20).$type<HolderKind>().primary(),
    holderId: uuid().primary(),
    recordType: text(30).$type<RecordType>().primary(),
    access: flag().fieldName('may_access'),
    modify: flag().fieldName('may_modify'),
    add: flag().fieldName('may_add'),
    erase: flag().fieldName('may_erase'),
    areas: json<readonly string[]>().nullable(),
  },
});

export const ApplicationTokenEntity = defineEntity({
  class: ApplicationToken,
  tableName: 'application_token',
  properties: {
    id: uuid().primary(),
    name: text(100),
    nameKey: text(200).unique(),
    secretHash: text(64).unique(),
    areas: json<readonly string[]>().nullable(),
    createdById: uuid().nullable().index(),
    createdByName: text(100),
    createdAt: time(),
    expiresAt: time().nullable(),
    revokedAt: time().nullable(),
    version: whole(),
  },
});

/** A signed-in employee; the token itself is known to its bearer only. */
export class SessionRow {
  id!: string;
  tokenHash!: string;
  employeeId!: string;
  createdAt!: number;
  expiresAt!: number;
  address!: string;
}

export const SessionEntity = defineEntity({
  class: SessionRow,
  tableName: 'session',
  properties: {
    id: uuid().primary(),
    tokenHash: text(64).unique(),
    employeeId: uuid().index(),
    createdAt: time(),
    expiresAt: time().index(),
    address: text(60),
  },
});

/** Failed sign-ins, counted per key (an address, or an address with an account) in a window of time. */
export class SignInFailureRow {
  key!: string;
  count!: number;
  windowEndsAt!: number;
}

export const SignInFailureEntity = defineEntity({
  class: SignInFailureRow,
  tableName: 'sign_in_failure',
  properties: { key: text(400).primary(), count: whole(), windowEndsAt: time().index() },
});
