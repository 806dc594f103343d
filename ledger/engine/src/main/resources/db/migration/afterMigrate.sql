-- The role that the program works under: it adds to the history and to what stands beside it, and changes no table's form.
-- Who migrates (and rebuilds) is another, the owner of the tables. Said anew after every migration, table by table: of what else
-- stands in this schema the role gets nothing, and what is not listed here a test finds.
do $$
declare
    -- What is only added to.
    kept  constant text[] := array['event', 'seal', 'signing_key'];
    -- What is read.
    read  constant text[] := array['event_audit', 'flyway_schema_history'];
    -- What can be made again from the history, and what may be erased.
    apart constant text[] := array[
        'snapshot', 'household_name', 'projection_progress',
        'movement', 'journal_line', 'reversal', 'closing',
        'fund_opening', 'policy_value', 'admission', 'size_change', 'departure', 'company',
        'share_change', 'loss_allocation', 'advance_terms', 'advance_extension', 'advance_flow',
        'dividend_amount', 'village_income', 'remittance', 'payout',
        'worker', 'placement', 'placement_end', 'wage', 'training', 'household_income', 'bank_text'];
    name  text;
begin
    if not exists (select from pg_roles where rolname = 'laborfund_app') then
        begin
            create role laborfund_app nologin;
        exception when duplicate_object or unique_violation then
            -- Another ledger of this server made it at the same moment.
        end;
    end if;
    if not pg_has_role(current_user, 'laborfund_app', 'member') then
        execute format('grant laborfund_app to %I', current_user);
    end if;
    execute format('grant usage on schema %I to laborfund_app', current_schema());
    -- Earlier programs gave the role every table that was there or would come.
    execute format(
        'alter default privileges in schema %I revoke select, insert, update, delete on tables from laborfund_app',
        current_schema());
    for name in
        select relname from pg_class
         where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f', 'S')
           and pg_has_role(current_user, relowner, 'usage')
           and exists (select from aclexplode(relacl) where grantee = 'laborfund_app'::regrole)
    loop
        execute format('revoke all on %I.%I from laborfund_app', current_schema(), name);
    end loop;
    foreach name in array kept || read loop
        if to_regclass(format('%I.%I', current_schema(), name)) is not null then
            execute format('grant select on %I.%I to laborfund_app', current_schema(), name);
        end if;
    end loop;
    foreach name in array kept loop
        if to_regclass(format('%I.%I', current_schema(), name)) is not null then
            execute format('grant insert on %I.%I to laborfund_app', current_schema(), name);
        end if;
    end loop;
    foreach name in array apart loop
        if to_regclass(format('%I.%I', current_schema(), name)) is not null then
            execute format('grant select, insert, update, delete on %I.%I to laborfund_app', current_schema(), name);
        end if;
    end loop;
end
$$;
