import { handler } from '../../shared/customers.server';

export const loader = ({ request }: { request: Request }) => handler(request);
export { loader as action };
