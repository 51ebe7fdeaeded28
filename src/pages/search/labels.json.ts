import type { APIRoute } from 'astro';
import { currentAtlas } from '../../atlas/current.ts';
import { reportDate } from '../../i18n/dates.ts';
import type { Labels } from '../../search/page.ts';

/** What search results show of counties and themes. */
export const GET: APIRoute = () => {
  const { counties, themes } = currentAtlas();
  const labels: Labels = {
    counties: Object.fromEntries(
      counties.map((county) => [
        county.id,
        { name: county.name, seal: county.seal, date: reportDate(county.sources[0]) },
      ]),
    ),
    themes: Object.fromEntries(themes.map(({ id, name }) => [id, name])),
  };
  return new Response(JSON.stringify(labels), { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
