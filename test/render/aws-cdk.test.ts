// One file for the cases of every noun, so that the engine is loaded once.
import './aws-cdk/api.cases';
import './aws-cdk/bucket.cases';
import './aws-cdk/foundation.cases';
import './aws-cdk/function.cases';
import './aws-cdk/queue.cases';
import './aws-cdk/secret.cases';
import './aws-cdk/service.cases';
import './aws-cdk/table.cases';
import './aws-cdk/topic.cases';
