import { handler } from '../../../../shared/customers.server';

export { handler as GET, handler as PATCH, handler as POST };
