// What docs/testing.md sets up for msw, asked once: the test puts this below it.
import { httpBackend } from 'proyecta-customers/client';
import { expect, it } from 'vitest';

it('lists what msw answers', async () => {
	const { data } = await httpBackend({ url: 'http://localhost/api/customers' }).list({});
	expect(data).toHaveLength(20);
});
