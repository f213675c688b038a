-- Reports that were taken out of the dataset: they are known, so that building them again does not bring them back.

create table withdrawals (
    report_id varchar,
    why varchar,
    withdrawn_by varchar,
    erased boolean,
    run_id integer
);

create table past_withdrawals as from withdrawals limit 0;

alter table past_withdrawals add column until_run integer;
