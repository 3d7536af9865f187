import { p, Type } from '@mikro-orm/core';

/**
 * The few kinds of column there are, so that every table looks the same on every dialect. Text compares binary: SQLite
 * does by itself, MySQL and MariaDB by the collation that orm.ts sets for all tables.
 */

/** JSON kept as text: the same bytes on SQLite, MySQL and MariaDB, none of which is asked to look inside. */
class JsonText<T> extends Type<T, string> {
  override convertToDatabaseValue(value: T): string {
    return JSON.stringify(value);
  }

  override convertToJSValue(value: string): T {
    return JSON.parse(value) as T;
  }

  override getColumnType(): string {
    return 'longtext';
  }

  /** Compared as text, so that an untouched value is not written again. */
  override compareAsType(): string {
    return 'string';
  }

  override ensureComparable(): boolean {
    return true;
  }
}

/** A UUIDv7 in text: sorts by the time it was made, so that inserts stay at the end of the index. */
export const uuid = () => p.string().columnType('char(36)');
export const text = (length: number) => p.string().length(length);
/** Up to 4 GiB on MySQL; for bodies and sealed secrets, which must never be cut off. */
export const longText = () => p.string().columnType('longtext');
/** UTC milliseconds. */
export const time = () => p.bigint('number');
export const whole = () => p.integer();
export const flag = () => p.boolean();
export const json = <T>() => p.type(JsonText).$type<T>();
