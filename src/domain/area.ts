/**
 * A functional area of the ERP that sends email. `code` never changes; what is renamed is the name. `discovered` areas
 * were registered by an email that named an unknown code, and wait for IT to notice them.
 */
export class EmailArea {
  code!: string;
  name!: string;
  nameKey!: string;
  description: string | null = null;
  discovered = false;
  createdAt!: number;
  version = 1;

  constructor(values: Partial<EmailArea> = {}) {
    Object.assign(this, values);
  }
}

/** The areas that every installation starts with. */
export const SEEDED_AREAS: readonly (readonly [code: string, name: string])[] = [
  ['INVOICES', 'Invoices'], ['STATEMENTS', 'Statements'], ['ORDERS', 'Orders'], ['PURCHASE_ORDERS', 'Purchase orders'],
  ['REPORTS', 'Reports'], ['ALERTS', 'Alerts'],
];
