import { Burger, Group, Image, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import mark from '../mark.svg';
import { Boundary } from '../parts/boundary.js';
import { text } from '../text/text.js';
import { Banners } from './banners.js';
import { Navigation } from './navigation.js';
import { UserMenu } from './user-menu.js';

/** What is around every page. On a narrow screen the navigation comes when it is asked for. */
export const Shell = ({ children }: { children: ReactNode }) => {
  const [opened, { toggle, close }] = useDisclosure(false);
  const [path] = useLocation();
  useEffect(close, [path, close]);
  return (
    <div className="shell" data-navigation={opened ? 'open' : undefined}>
      <a className="skip-link" href="#page">{text.shell.skip}</a>
      <header className="shell-header">
        <Group gap="sm" wrap="nowrap">
          <Burger opened={opened} onClick={toggle} hiddenFrom="sm" size="sm" aria-label={text.shell.openNavigation} aria-expanded={opened} />
          <Link href="/" className="cell-link">
            <Group gap="xs" wrap="nowrap"><Image src={mark} w={24} h={24} alt="" /><Text fw={600}>{text.shell.name}</Text></Group>
          </Link>
        </Group>
        <UserMenu />
      </header>
      <nav className="shell-navigation" aria-label={text.shell.navigation}><Navigation /></nav>
      <main className="shell-main">
        <Banners />
        <div id="page" tabIndex={-1}><Boundary key={path}>{children}</Boundary></div>
      </main>
    </div>
  );
};
