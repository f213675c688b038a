select external_id
from reports
