import type { ComponentType } from 'react';
import { lazy } from 'react';
import type { Viewer } from './session/viewer.js';
import { may } from './session/viewer.js';
import { text } from './text/text.js';

/** A part of the console: where it is, who is led to it, and its pages, which are loaded when somebody goes there. */
export interface Room {
  readonly path: string;
  readonly group: string;
  readonly label: string;
  /** What people call it besides: it is found by these too. */
  readonly alsoKnownAs?: readonly string[];
  readonly open: (viewer: Viewer) => boolean;
  readonly routes: readonly { readonly path: string; readonly page: ComponentType<{ readonly id?: string }> }[];
}

const page = <M extends Record<string, unknown>, K extends keyof M>(load: () => Promise<M>, name: K) =>
  lazy(async () => ({ default: (await load())[name] as ComponentType<{ readonly id?: string }> }));

export const ROOMS: readonly Room[] = [
  {
    path: '/dashboard', group: text.shell.outbox, label: text.dashboard.title, open: (viewer) => may(viewer, 'EMAILS', 'ACCESS'),
    routes: [{ path: '/dashboard', page: page(async () => await import('./dashboard/dashboard-page.js'), 'DashboardPage') }],
  },
  {
    path: '/accounts', group: text.shell.records, label: text.shell.accounts, alsoKnownAs: text.shell.accountsNames, open: (viewer) => may(viewer, 'SMTP_ACCOUNTS', 'ACCESS'),
    routes: [
      { path: '/accounts', page: page(async () => await import('./accounts/list-page.js'), 'ListPage') },
      { path: '/accounts/:id', page: page(async () => await import('./accounts/account-page.js'), 'AccountPage') },
    ],
  },
  {
    path: '/employees', group: text.shell.records, label: text.shell.employees, alsoKnownAs: text.shell.employeesNames, open: (viewer) => may(viewer, 'EMPLOYEES', 'ACCESS'),
    routes: [
      { path: '/employees', page: page(async () => await import('./people/employees-page.js'), 'EmployeesPage') },
      { path: '/employees/:id', page: page(async () => await import('./people/employee-page.js'), 'EmployeePage') },
    ],
  },
  {
    path: '/roles', group: text.shell.records, label: text.shell.roles, alsoKnownAs: text.shell.rolesNames, open: (viewer) => may(viewer, 'ACCESS_RECORDS', 'ACCESS'),
    routes: [
      { path: '/roles', page: page(async () => await import('./people/roles-page.js'), 'RolesPage') },
      { path: '/roles/:id', page: page(async () => await import('./people/roles-page.js'), 'RolePage') },
    ],
  },
  {
    path: '/tokens', group: text.shell.records, label: text.shell.tokens, open: (viewer) => may(viewer, 'APPLICATION_TOKENS', 'ACCESS'),
    routes: [{ path: '/tokens', page: page(async () => await import('./people/tokens-page.js'), 'TokensPage') }],
  },
  {
    path: '/audit', group: text.shell.records, label: text.shell.audit, open: (viewer) => may(viewer, 'AUDIT', 'ACCESS'),
    routes: [{ path: '/audit', page: page(async () => await import('./audit/audit-page.js'), 'AuditPage') }],
  },
  {
    path: '/emails', group: text.shell.outbox, label: text.shell.emails, alsoKnownAs: text.shell.emailsNames, open: (viewer) => may(viewer, 'EMAILS', 'ACCESS') || may(viewer, 'EMAILS', 'ADD'),
    routes: [
      { path: '/emails', page: page(async () => await import('./emails/list-page.js'), 'ListPage') },
      { path: '/emails/compose', page: page(async () => await import('./emails/compose-page.js'), 'ComposePage') },
      { path: '/emails/:id', page: page(async () => await import('./emails/email-page.js'), 'EmailPage') },
    ],
  },
  {
    path: '/sandbox', group: text.shell.outbox, label: text.shell.sandbox, open: (viewer) => may(viewer, 'EMAIL_CONTENT', 'ACCESS'),
    routes: [
      { path: '/sandbox', page: page(async () => await import('./sandbox/sandbox-page.js'), 'SandboxPage') },
      { path: '/sandbox/:id', page: page(async () => await import('./sandbox/captured-page.js'), 'CapturedPage') },
    ],
  },
  {
    path: '/configuration', group: text.shell.configure, label: text.shell.configuration, alsoKnownAs: text.shell.configurationNames, open: (viewer) => may(viewer, 'SMTP_CONFIGURATION', 'ACCESS'),
    routes: [{ path: '/configuration', page: page(async () => await import('./configuration/configuration-page.js'), 'ConfigurationPage') }],
  },
  {
    path: '/quota-groups', group: text.shell.configure, label: text.quotas.title, open: (viewer) => may(viewer, 'SMTP_ACCOUNTS', 'ACCESS'),
    routes: [{ path: '/quota-groups', page: page(async () => await import('./quotas/quotas-page.js'), 'QuotasPage') }],
  },
  {
    path: '/guide', group: text.shell.configure, label: text.shell.guide, open: (viewer) => may(viewer, 'SMTP_ACCOUNTS', 'ACCESS'),
    routes: [{ path: '/guide', page: page(async () => await import('./guide/guide-page.js'), 'GuidePage') }],
  },
];

export const roomsFor = (viewer: Viewer): Room[] => ROOMS.filter(({ open }) => open(viewer));
