import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Component } from 'react';
import { text } from '../text/text.js';
import { Empty } from './empty.js';

/** What is around a page stays when the page itself fails: mostly because its script is that of an older build, or nobody answers. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Empty title={text.shell.pageFailed} what={text.shell.pageFailedWhat}><Button onClick={() => location.reload()}>{text.shell.loadAnew}</Button></Empty>;
  }
}
