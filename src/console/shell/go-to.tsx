import type { ComboboxItem, OptionsFilter } from '@mantine/core';
import { Select } from '@mantine/core';
import { useLocation } from 'wouter';
import { roomsFor } from '../rooms.js';
import { useSession } from '../session/viewer.js';
import { text } from '../text/text.js';

/** To a page by any of the names that people know it by, also those of the ERP's menus. */
export const GoTo = () => {
  const { viewer } = useSession();
  const [, go] = useLocation();
  const rooms = roomsFor(viewer);
  const known = new Map(rooms.map(({ path, label, alsoKnownAs = [] }) => [path, [label, ...alsoKnownAs].join('\n').toLowerCase()]));
  const filter: OptionsFilter = ({ options, search }) => (options as ComboboxItem[]).filter(({ value }) => known.get(value)?.includes(search.trim().toLowerCase()) === true);
  return (
    <Select
      size="xs" aria-label={text.shell.goTo} placeholder={text.shell.goTo} searchable clearable={false} value={null} filter={filter} nothingFoundMessage={text.shell.nothingFound}
      data={rooms.map(({ path, label }) => ({ value: path, label }))} onChange={(path) => { if (path !== null) go(path); }} selectFirstOptionOnChange rightSection={null}
    />
  );
};
