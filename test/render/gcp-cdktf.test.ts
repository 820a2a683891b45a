// One file for the cases of every noun, so that the engine is loaded once.
import './gcp-cdktf/api.cases';
import './gcp-cdktf/bucket.cases';
import './gcp-cdktf/cold-start.cases';
import './gcp-cdktf/fields.cases';
import './gcp-cdktf/foundation.cases';
import './gcp-cdktf/function.cases';
import './gcp-cdktf/queue.cases';
import './gcp-cdktf/secret.cases';
import './gcp-cdktf/service.cases';
import './gcp-cdktf/table.cases';
import './gcp-cdktf/topic.cases';
import './gcp-cdktf/trigger.cases';
import './gcp-cdktf/warmer.cases';
