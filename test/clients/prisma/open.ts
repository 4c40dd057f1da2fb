import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.js';

/** Customers by way of Prisma's raw statements. */
export async function openPrisma(connectionString: string) {
	const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString, max: 20 }) });
	return {
		query: async (text: string, params: unknown[]) => ({ rows: await prisma.$queryRawUnsafe<unknown[]>(text, ...params) }),
		close: () => prisma.$disconnect(),
	};
}
