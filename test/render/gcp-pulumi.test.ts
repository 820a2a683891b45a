// One file for the cases of every noun, so that the engine is loaded once.
import './gcp-pulumi/api.cases';
import './gcp-pulumi/bucket.cases';
import './gcp-pulumi/cold-start.cases';
import './gcp-pulumi/fields.cases';
import './gcp-pulumi/foundation.cases';
import './gcp-pulumi/function.cases';
import './gcp-pulumi/queue.cases';
import './gcp-pulumi/secret.cases';
import './gcp-pulumi/service.cases';
import './gcp-pulumi/table.cases';
import './gcp-pulumi/topic.cases';
import './gcp-pulumi/trigger.cases';
import './gcp-pulumi/warmer.cases';
