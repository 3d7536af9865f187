import { AppShell, Burger, Group, Image, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import mark from '../mark.svg';
import { text } from '../text/text.js';
import { Banners } from './banners.js';
import { Navigation } from './navigation.js';
import { UserMenu } from './user-menu.js';

/** What is around every page. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const [opened, { toggle, close }] = useDisclosure(false);
  const [path] = useLocation();
  useEffect(close, [path, close]);
  return (
    <>
      <a className="skip-link" href="#page">{text.shell.skip}</a>
      <AppShell header={{ height: 48 }} navbar={{ width: 216, breakpoint: 'sm', collapsed: { mobile: !opened } }} padding="md">
        <AppShell.Header>
          <Group h="100%" px="md" justify="space-between" wrap="nowrap">
            <Group gap="sm" wrap="nowrap">
              <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={text.shell.openNavigation} aria-expanded={opened} />
              <Link href="/" className="cell-link">
                <Group gap="xs" wrap="nowrap"><Image src={mark} w={24} h={24} alt="" /><Text fw={600}>{text.shell.name}</Text></Group>
              </Link>
            </Group>
            <UserMenu />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="xs" aria-label={text.shell.navigation}><Navigation /></AppShell.Navbar>
        <AppShell.Main>
          <Banners />
          <div id="page" tabIndex={-1}>{children}</div>
        </AppShell.Main>
      </AppShell>
    </>
  );
};
