import { Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { Loading } from './parts/loading.js';
import { Empty } from './parts/empty.js';
import { roomsFor } from './rooms.js';
import { useSession } from './session/viewer.js';
import { text } from './text/text.js';

/** The page of the address. Of rooms that the viewer has no right to there is none; the server would refuse what they ask. */
export const Pages = () => {
  const { viewer } = useSession();
  const rooms = roomsFor(viewer);
  const [first] = rooms;
  if (first === undefined) return <Empty title={text.shell.nothingToShow} what={text.shell.nothingToShowWhat} />;
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/"><Redirect to={first.path} replace /></Route>
        {rooms.flatMap(({ routes }) => routes).map(({ path, page: Page }) => (
          <Route key={path} path={path}>{({ id }: { readonly id?: string }) => <Page key={id ?? ''} {...(id === undefined ? {} : { id })} />}</Route>
        ))}
        <Route><Empty title={text.shell.notFound} what={text.shell.notFoundWhat} /></Route>
      </Switch>
    </Suspense>
  );
};
