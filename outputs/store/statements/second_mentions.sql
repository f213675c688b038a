-- What some reports tell, as the extractor read it.
select
  mentions.mention_id,
  mentions.report_id,
  mention_facts.trigger_start,
  mention_facts.trigger_end,
  mentions.status,
  mentions.event_type,
  mentions.sub_event_type,
  mentions.date_start,
  mentions.date_end,
  mentions.country_code,
  mentions.place,
  mentions.actor1_type,
  mentions.actor2_type,
  mentions.perpetrator,
  mentions.target,
  mentions.weapon,
  mentions.killed,
  mentions.injured,
  mentions.missing,
  mentions.detained,
  mentions.abducted,
  mentions.displaced,
  mentions.crowd_size
from mentions
join mention_facts using (mention_id)
where mentions.report_id in (select unnest($report_ids::varchar[]))
  and mentions.mention_id not in (select mention_id from claims where basis = 'person' and mention_id is not null)
order by mentions.report_id, mention_facts.trigger_start, mentions.mention_id
