-- Limits of requests: beside a key's minute and day, an endpoint's and a tenant's minute; a tenant may have its own.
-- `tenant.rates` is the operator's: the application's role may read it and not change it.
ALTER TABLE "plan" ADD COLUMN "rate_endpoints" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN "rate_tenant_minute" INTEGER;
ALTER TABLE "tenant" ADD COLUMN "rates" JSONB NOT NULL DEFAULT '{}';

-- Counters change with every request: room on the page keeps the new versions there, without touching the index.
ALTER TABLE rate_limit SET (fillfactor = 50);

-- Counts one request in every window or, where one is full, in none. The windows' rows are locked in the given order
-- until the end of the statement, so that nobody sees a count that is given back; callers keep one order (narrow before
-- wide), so that they cannot wait for each other in a circle. A window begins with its first request.
-- Answers the place of the full window (0 where there is room in all), and for each window looked at what is left of it
-- and milliseconds until it begins anew.
CREATE FUNCTION veriflow_take(names text[], limits int[], seconds int[])
RETURNS TABLE (full_at int, remaining int[], resets_ms bigint[])
LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  now_ms bigint := floor(extract(epoch FROM clock_timestamp()) * 1000);
  used int;
  ends bigint;
BEGIN
  full_at := 0;
  remaining := '{}';
  resets_ms := '{}';
  FOR i IN 1 .. cardinality(names) LOOP
    used := NULL;
    IF limits[i] > 0 THEN
      INSERT INTO rate_limit AS r (key, points, expire) VALUES (names[i], 1, now_ms + seconds[i] * 1000::bigint)
      ON CONFLICT (key) DO UPDATE SET
        points = CASE WHEN r.expire > now_ms THEN r.points + 1 ELSE 1 END,
        expire = CASE WHEN r.expire > now_ms THEN r.expire ELSE excluded.expire END
      WHERE r.points < limits[i] OR r.expire <= now_ms
      RETURNING r.points, r.expire INTO used, ends;
    END IF;
    IF used IS NULL THEN
      full_at := i;
      SELECT r.expire INTO ends FROM rate_limit r WHERE r.key = names[i];
      remaining := remaining || 0;
      resets_ms := resets_ms || greatest(coalesce(ends, now_ms + seconds[i] * 1000::bigint) - now_ms, 1);
      UPDATE rate_limit r SET points = r.points - 1 WHERE r.key = ANY (names[1:i - 1]);
      EXIT;
    END IF;
    remaining := remaining || (limits[i] - used);
    resets_ms := resets_ms || (ends - now_ms);
  END LOOP;
  RETURN NEXT;
END $$;
REVOKE ALL ON FUNCTION veriflow_take(text[], int[], int[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION veriflow_take(text[], int[], int[]) TO veriflow_platform;
