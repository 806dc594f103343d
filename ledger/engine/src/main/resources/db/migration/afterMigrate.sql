-- The role that the program works under: it adds to the history and to what stands beside it, and changes no table's form.
-- Who migrates (and rebuilds) is another, the owner of the tables. Said anew after every migration, so that no table is forgotten.
do $$
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
    execute format('grant select, insert, update, delete on all tables in schema %I to laborfund_app', current_schema());
    execute format(
        'alter default privileges in schema %I grant select, insert, update, delete on tables to laborfund_app',
        current_schema());
    revoke update, delete, truncate on event, seal from laborfund_app;
    if to_regclass('flyway_schema_history') is not null then
        revoke insert, update, delete on flyway_schema_history from laborfund_app;
    end if;
end
$$;
