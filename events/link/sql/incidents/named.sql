-- An incident is named by the mention that it is formed on: schemas.record.content_id, told in SQL.
create or replace temp macro named(mention_id) as
    'i-' || array_to_string(
        list_transform(
            range(16),
            lambda place: substr(
                'abcdefghijklmnopqrstuvwxyz234567',
                1 + (
                    ('0x' || substr(sha256('["' || mention_id || '"]'), 1 + 5 * (place // 4)::integer, 5))::integer
                        >> (15 - 5 * (place % 4))::integer
                    & 31
                ),
                1
            )
        ),
        ''
    )
