// One file for the cases of every noun, so that the engine is loaded once.
import './aws-pulumi/api.cases';
import './aws-pulumi/bucket.cases';
import './aws-pulumi/foundation.cases';
import './aws-pulumi/function.cases';
import './aws-pulumi/queue.cases';
import './aws-pulumi/secret.cases';
import './aws-pulumi/service.cases';
import './aws-pulumi/table.cases';
import './aws-pulumi/topic.cases';
import './aws-pulumi/upload.cases';
