-- Every anchor, binding and undoing has its judgement, every binding its mention, and what was taken back is bound to none.
select judgement_id, 'anchor' as part
from judgement_anchors
anti join judgement_facts using (judgement_id)
union all
select judgement_id, 'undoing'
from judgement_undoings
anti join judgement_facts using (judgement_id)
union all
select judgement_id, 'binding'
from judgement_bindings
anti join judgement_anchors using (judgement_id, position)
union all
select judgement_bindings.judgement_id, judgement_bindings.mention_id
from judgement_bindings
anti join mention_facts using (mention_id)
union all
select judgement_id, 'undone'
from judgement_bindings
semi join judgement_undoings using (judgement_id)
order by all;
