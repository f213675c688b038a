select count(*)
from joined
join voicing as first on first.id = joined.one
join voicing as second on second.id = joined.other
join clustered as one on one.voice = first.voice
join clustered as other on other.voice = second.voice
where one.cluster <> other.cluster
