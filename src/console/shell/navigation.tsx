import { NavLink, Stack, Text } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { roomsFor } from '../rooms.js';
import { useSession } from '../session/viewer.js';
import { text } from '../text/text.js';
import { GoTo } from './go-to.js';

/** The rooms that the viewer may enter, by group. */
export const Navigation = () => {
  const { viewer } = useSession();
  const [path] = useLocation();
  const groups = Map.groupBy(roomsFor(viewer), ({ group }) => group);
  return (
    <Stack gap="md">
      <GoTo />
      {[...groups].map(([group, rooms]) => (
        <div key={group}>
          <Text size="xs" c="dimmed" px="xs" pb={4}>{group}</Text>
          {rooms.map((room) => {
            const active = path === room.path || path.startsWith(`${room.path}/`);
            return <NavLink key={room.path} component={Link} href={room.path} label={room.label} active={active} {...(active ? { 'aria-current': 'page' as const } : {})} variant="light" px="xs" py={6} />;
          })}
        </div>
      ))}
      <NavLink href="/graphql" label={text.shell.playground} px="xs" py={6} />
    </Stack>
  );
};
