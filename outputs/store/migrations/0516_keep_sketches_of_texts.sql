-- What near copies are found by: each report's sketch, and which texts reprint which. Both follow from the reports.

create table report_sketches (
    report_id varchar,
    text_fingerprint varchar,
    published date,
    keys ubigint[]
);

create table reprints (
    copy varchar,
    original varchar
);
