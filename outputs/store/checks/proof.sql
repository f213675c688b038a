-- Every claim has a report, and every quoted claim its words inside it.
select * from claims left join reports using (report_id)
where reports.report_id is null
   or basis = 'quote'
      and (quote is null or quote = '' or substr(reports.text, span_start + 1, span_end - span_start) is distinct from quote)
