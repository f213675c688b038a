-- Incidents of which some part merges with something else before it is whole again; none yet.
create or replace temp table broken (
    home varchar
)
