/** Where the database tells of changes. Lower case, so that nobody has to quote it. */
export const changesChannel = 'proyecta_customers';

/** So many rows of one statement are told one by one; more as one gap of their scope. */
const oneByOne = 100;

const told = ['email', 'name', 'phone', 'line1', 'line2', 'city', 'state', 'postal_code', 'country', 'created', 'version'];
const columnsOf = (row: string) => told.map((column) => `${row}.${column}`).join(', ');

/** One message for each customer: a digest of schema and scope, what happened, and the id. Never a word of the customer. */
function tell(type: string, row: string, from: string): string {
	return `PERFORM pg_notify('${changesChannel}', line) FROM (
			SELECT DISTINCT encode(sha256(convert_to(TG_TABLE_SCHEMA || ' ' || ${row}.scope, 'UTF8')), 'hex')
				|| CASE WHEN count(*) OVER () > ${oneByOne} THEN '' ELSE ' ${type} ' || left(${row}.id, 255) END AS line
			FROM ${from}
		) AS lines;`;
}

const trigger = (name: string, event: string, tables = '') =>
	`CREATE TRIGGER proyecta_customers_${name} AFTER ${event} ON proyecta_customers ${tables}
			FOR EACH STATEMENT EXECUTE FUNCTION proyecta_customers_tell();`;

const hasTrigger = (name: string) =>
	`EXISTS (SELECT FROM pg_trigger WHERE tgrelid = to_regclass('proyecta_customers') AND tgname = 'proyecta_customers_${name}')`;

export const hasChangeTrigger = hasTrigger('truncated');

/**
 * Tells of each change once it is committed, whoever made it. By statement, so that an import is told once; not of what the backend
 * itself keeps beside a customer, such as folded text.
 */
export const changeTrigger = `IF NOT ${hasChangeTrigger} THEN
		CREATE OR REPLACE FUNCTION proyecta_customers_tell() RETURNS trigger LANGUAGE plpgsql AS $tell$
		BEGIN
			IF TG_OP = 'INSERT' THEN
				${tell('created', 'fresh', 'fresh')}
			ELSIF TG_OP = 'UPDATE' THEN
				${tell('updated', 'fresh', `fresh JOIN former USING (scope, id) WHERE (${columnsOf('fresh')}) IS DISTINCT FROM (${columnsOf('former')})`)}
				-- Who is given to another scope, or another id, is gone from the one and new in the other.
				${tell('created', 'fresh', 'fresh LEFT JOIN former USING (scope, id) WHERE former.email IS NULL')}
				${tell('updated', 'former', 'former LEFT JOIN fresh USING (scope, id) WHERE fresh.email IS NULL')}
			ELSIF TG_OP = 'DELETE' THEN
				${tell('updated', 'former', 'former')}
			ELSE
				-- Nobody says whose they were: a gap of all scopes.
				PERFORM pg_notify('${changesChannel}', encode(sha256(convert_to(TG_TABLE_SCHEMA, 'UTF8')), 'hex'));
			END IF;
			RETURN NULL;
		END
		$tell$;
		IF NOT ${hasTrigger('deleted')} THEN
			${trigger('created', 'INSERT', 'REFERENCING NEW TABLE AS fresh')}
			${trigger('updated', 'UPDATE', 'REFERENCING OLD TABLE AS former NEW TABLE AS fresh')}
			${trigger('deleted', 'DELETE', 'REFERENCING OLD TABLE AS former')}
		END IF;
		${trigger('truncated', 'TRUNCATE')}
	END IF;`;
