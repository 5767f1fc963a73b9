import type { Endpoint } from "@/server/contract/endpoint";
import { readDocument, validateDocument } from "@/server/contract/v1/document";
import { deleteFace, enrollFace, matchFaces, searchFaces } from "@/server/contract/v1/face";
import { checkProfile } from "@/server/contract/v1/kya";
import { getEvidence, getJob, listJobs, verifyIdentity } from "@/server/contract/v1/kyc";
import { analyzeLiveness, drawLivenessChallenge } from "@/server/contract/v1/liveness";
import { listMedia } from "@/server/contract/v1/media";
import { listScenarios, sendSampleEvent, simulateSession } from "@/server/contract/v1/sandbox";
import { cancelSession, createSession, getSession } from "@/server/contract/v1/sessions";
import {
  createWebhook,
  deleteWebhook,
  listWebhookDeliveries,
  listWebhooks,
  pauseWebhook,
  replayWebhook,
  replayWebhookDelivery,
  resumeWebhook,
} from "@/server/contract/v1/webhooks";

/** Every public endpoint. A test holds this list and the route files equal, both ways. */
export const ENDPOINTS = {
  analyzeLiveness,
  drawLivenessChallenge,
  readDocument,
  validateDocument,
  matchFaces,
  searchFaces,
  enrollFace,
  deleteFace,
  checkProfile,
  verifyIdentity,
  getJob,
  listJobs,
  getEvidence,
  listMedia,
  createSession,
  getSession,
  cancelSession,
  listScenarios,
  simulateSession,
  sendSampleEvent,
  createWebhook,
  listWebhooks,
  deleteWebhook,
  pauseWebhook,
  resumeWebhook,
  replayWebhook,
  replayWebhookDelivery,
  listWebhookDeliveries,
} as const;

export const endpointList: readonly Endpoint[] = Object.values(ENDPOINTS);
