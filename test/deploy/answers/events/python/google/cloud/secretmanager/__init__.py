"""Secret Manager's client where there is no Secret Manager: it has no variable that says where an emulator is, as others have."""

import os

from google.auth.credentials import AnonymousCredentials
from google.cloud import secretmanager_v1
from google.cloud.secretmanager_v1.services.secret_manager_service.transports import SecretManagerServiceRestTransport


class SecretManagerServiceClient(secretmanager_v1.SecretManagerServiceClient):
    def __init__(self):
        host = os.environ["SECRET_MANAGER_EMULATOR_HOST"]
        transport = SecretManagerServiceRestTransport(host=host, url_scheme="http", credentials=AnonymousCredentials())
        super().__init__(transport=transport)
