import { ApiError } from '@animatic/client';
import type { Render, Take, TakeFile } from '@animatic/schema';
import type { RememberedRender } from '../../protocol/index.ts';
import { framesOn } from '../board/board.ts';
import type { ResultView } from '../store/state.ts';
import type { ConnectFlow } from './connect.ts';
import { problemOf } from './problems.ts';
import { downloadFile } from './save-clip.ts';
import type { Session } from './session.ts';

export interface ResultFlow {
  /** A render ended well: it is remembered in the file and shown. */
  finished(render: Render): Promise<void>;
  /** One of the earlier renders. */
  open(id: string): void;
  publish(previewId: string | null, title: string): Promise<void>;
  placeOnCanvas(): Promise<void>;
  download(take: Take, what: 'clip' | TakeFile, saveAs: string): Promise<void>;
  readList(): Promise<void>;
}

/** What happens to a clip once it is there. */
export function resultFlow(session: Session, connect: ConnectFlow): ResultFlow {
  const { bridge, store, api, origin } = session;
  /** The bytes on show, for the canvas. */
  let media: { render: string; clip: Blob; poster: Blob } | undefined;

  const update = (render: string, values: Partial<ResultView>) =>
    store.dispatch({ type: 'update-result', render, values });
  const fail = (render: string, error: unknown) => {
    if (error instanceof ApiError && error.kind === 'signed-out') connect.expire();
    update(render, { problem: problemOf(error, origin) });
  };

  const put = (values: Pick<ResultView, 'render' | 'title' | 'at' | 'take' | 'takes' | 'preview'>) => {
    const before = store.get().result;
    for (const url of [before?.clip, before?.poster]) if (url) URL.revokeObjectURL(url);
    const result: ResultView = {
      clip: null,
      poster: null,
      previews: null,
      publishing: false,
      placing: 'no',
      refusal: null,
      problem: null,
      ...values,
    };
    store.dispatch({ type: 'set', values: { result, screen: 'result' } });
  };
  const show = async (render: Render) => {
    const [take] = render.takes;
    const entry = store.get().remembered.find((each) => each.render === render.id);
    put({
      render: render.id,
      title: render.title,
      at: render.createdAt,
      take: take ?? null,
      takes: render.takes,
      preview: entry?.preview ?? null,
    });
    if (!take) {
      update(render.id, {
        problem: {
          title: 'There is no clip',
          detail: render.error?.message ?? 'This render has not ended yet.',
        },
      });
      return;
    }
    await Promise.all([readMedia(render.id, take), readPreviews(render.id)]);
  };
  const readMedia = async (id: string, take: Take) => {
    try {
      const poster = await api.media(take, 'poster');
      update(id, { poster: URL.createObjectURL(poster) });
      const clip = await api.media(take, 'clip');
      media = { render: id, clip, poster };
      update(id, { clip: URL.createObjectURL(clip) });
    } catch (error) {
      fail(id, error);
    }
  };
  const readPreviews = async (id: string) => {
    try {
      update(id, { previews: await api.listPreviews(store.get().source || undefined) });
    } catch (error) {
      fail(id, error);
    }
  };
  const remember = async (entry: RememberedRender) => {
    const { pageId, remembered } = store.get();
    const others = remembered.filter((each) => each.render !== entry.render);
    store.dispatch({ type: 'set', values: { remembered: [entry, ...others] } });
    await bridge.ask('remember-render', { render: entry, page: pageId }).catch(() => undefined);
  };

  const open = (id: string) => {
    const { token, remembered, renders } = store.get();
    if (token === null) return connect.connect(() => open(id));
    const entry = remembered.find((each) => each.render === id);
    const listed = renders?.find((each) => each.id === id);
    put({
      render: id,
      title: listed?.title ?? entry?.title ?? 'Render',
      at: listed?.createdAt ?? entry?.at ?? '',
      take: null,
      preview: entry?.preview ?? null,
    });
    api
      .getRender(id)
      .then(show)
      .catch((error: unknown) =>
        error instanceof ApiError && error.status === 404
          ? update(id, {
              problem: {
                title: 'This clip is no longer on the server',
                detail: 'Render the storyboard again.',
              },
            })
          : fail(id, error),
      );
  };

  return {
    async finished(render) {
      const { history } = store.get();
      const [take] = render.takes;
      const frames = new Map(
        history.present.shots.flatMap(({ frame, rendered }) =>
          frame === null ? [] : [[frame, { id: frame, fingerprint: rendered ?? '' }]],
        ),
      );
      if (take)
        await remember({
          render: render.id,
          storyboard: render.storyboardId,
          title: render.title,
          preview: null,
          at: render.createdAt,
          seconds: take.seconds,
          frames: [...frames.values()],
        });
      await show(render);
    },
    open,
    async publish(previewId, title) {
      const { result, remembered } = store.get();
      if (!result?.take || result.publishing) return;
      const { render, take } = result;
      update(render, { publishing: true, problem: null });
      try {
        const { id, url } = previewId
          ? await api.publishVersion(previewId, take.id)
          : await api.publish(take.id, title);
        update(render, { publishing: false, preview: { id, url } });
        const known = remembered.find((each) => each.render === render);
        await remember({
          render,
          storyboard: known?.storyboard ?? '',
          title: result.title,
          at: result.at,
          seconds: take.seconds,
          frames: known?.frames ?? [],
          preview: { id, url },
        });
      } catch (error) {
        update(render, { publishing: false });
        fail(render, error);
      }
    },
    async placeOnCanvas() {
      const { result, history, remembered } = store.get();
      if (!result?.take || result.placing === 'busy') return;
      const { render, take } = result;
      const made = remembered.find((each) => each.render === render)?.frames ?? [];
      const frames = made.length > 0 ? made.map(({ id }) => id) : framesOn(history.present.shots);
      update(render, { placing: 'busy', refusal: null, problem: null });
      try {
        const has = media?.render === render ? media : null;
        const [clip, poster] = has
          ? [has.clip, has.poster]
          : await Promise.all([api.media(take, 'clip'), api.media(take, 'poster')]);
        const { placed, reason } = await bridge.ask('place-clip', {
          title: result.title,
          link: result.preview?.url ?? null,
          width: take.width,
          height: take.height,
          clip: new Uint8Array(await clip.arrayBuffer()),
          poster: new Uint8Array(await poster.arrayBuffer()),
          // The frames that this render shows: the board may hold others by now.
          near: [...new Set(frames)],
        });
        update(render, { placing: placed, refusal: reason });
      } catch (error) {
        update(render, { placing: 'no' });
        fail(render, error);
      }
    },
    async download(take, what, saveAs) {
      try {
        const blob = what === 'clip' ? await api.media(take, 'clip') : await api.takeFile(what);
        const url = URL.createObjectURL(blob);
        downloadFile({ url, name: saveAs });
        // The browser has begun by then, and keeps the bytes itself.
        setTimeout(() => URL.revokeObjectURL(url), 60_000);
      } catch (error) {
        fail(take.renderId, error);
      }
    },
    async readList() {
      const { token, source } = store.get();
      if (token === null) return;
      store.dispatch({ type: 'set', values: { rendersProblem: null } });
      try {
        const renders = await api.listRenders({ source: source || undefined, limit: 50 });
        store.dispatch({ type: 'set', values: { renders } });
      } catch (error) {
        if (error instanceof ApiError && error.kind === 'signed-out') connect.expire();
        store.dispatch({ type: 'set', values: { rendersProblem: problemOf(error, origin) } });
      }
    },
  };
}
