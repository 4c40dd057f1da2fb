import { createFileRoute } from '@tanstack/react-router';
import { handler } from '../../shared/customers.server';

const answer = ({ request }: { request: Request }) => handler(request);

export const Route = createFileRoute('/api/customers/$')({
	server: { handlers: { GET: answer, POST: answer, PATCH: answer } },
});
