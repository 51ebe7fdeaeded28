import type { APIRoute, GetStaticPaths } from 'astro';
import { currentAtlas } from '../../atlas/current.ts';
import { absolute } from '../../components/absolute.ts';
import { feedOf } from '../../components/change-feed.ts';

/** Only where the origin is known: what reads a feed has no page from which to follow a path. */
export const getStaticPaths: GetStaticPaths = () => (import.meta.env.SITE ? [{ params: { feed: 'feed.xml' } }] : []);

/** All additions and corrections as an Atom feed. */
export const GET: APIRoute = ({ site }) => {
  const { changes, figures } = currentAtlas();
  const body = feedOf(changes, { figures, link: (url) => absolute(url, site) });
  return new Response(body, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
};
