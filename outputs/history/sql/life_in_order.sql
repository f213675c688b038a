from life
order by
    run_id,
    list_position(
        [
            'withdrawn', 'brought back', 'judged', 'undone', 'came', 'took over', 'joined', 'left', 'value',
            'counts', 'counts no more', 'counted by', 'counted by no more', 'went', 'retired', 'tagged'
        ],
        change
    ),
    list_position(
        [
            'review_status', 'scope', 'date', 'date_extent', 'date_precision', 'place', 'place_as_written', 'place_id',
            'place_precision', 'point', 'admin1', 'admin2', 'admin3', 'country', 'disputed_by', 'event_type',
            'sub_event_type', 'ucdp_type', 'weapon', 'actor1', 'actor1_type', 'actor2', 'actor2_type', 'perpetrator',
            'target', 'killed', 'killed_side_a', 'killed_side_b', 'killed_civilians', 'killed_unknown', 'injured'
        ],
        field
    ) nulls last,
    published nulls last,
    publisher nulls last,
    field nulls last,
    id
