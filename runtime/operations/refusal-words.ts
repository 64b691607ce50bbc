import type { Words } from '@relance/sdk/words'
import type { Refusal } from './refused-error.ts'

/** What happened and what to do; `{name}` is replaced by the refusal's value of that name. */
export const refusalWords: Readonly<Record<Refusal, Words>> = {
  'not-found': {
    fr: 'Introuvable : « {id} ». Rien n’a été modifié.',
    en: 'Not found: "{id}". Nothing was changed.',
  },
  'unknown-door': {
    fr: 'Cette adresse n’existe pas. La liste est dans /api/openapi.json.',
    en: 'There is nothing at this address. The list is in /api/openapi.json.',
  },
  invalid: {
    fr: 'La demande contient des erreurs ; rien n’a été enregistré.',
    en: 'The request has faults; nothing was recorded.',
  },
  'invalid-sort': {
    fr: 'Tri inconnu : « {asked} ». Tris possibles : {offered}, précédés de - pour l’ordre inverse.',
    en: 'Unknown order: "{asked}". Possible: {offered}, with a leading - to reverse.',
  },
  conflict: {
    fr: 'Le scénario a changé entre-temps (révision {current}). Rechargez-le, puis reprenez votre modification.',
    en: 'The scenario has changed meanwhile (revision {current}). Reload it, then make your change again.',
  },
  'key-reused': {
    fr: 'La clé « {key} » a déjà servi pour un autre règlement. Rien n’a été enregistré.',
    en: 'The key "{key}" was already used for another payment. Nothing was recorded.',
  },
  'wrong-currency': {
    fr: 'La pièce est en {expected}, le règlement en {given}. Rien n’a été enregistré.',
    en: 'The item is in {expected}, the payment in {given}. Nothing was recorded.',
  },
  'not-an-invoice': {
    fr: 'Cette pièce n’est pas une facture.',
    en: 'This item is not an invoice.',
  },
  'already-paid': {
    fr: 'Cette facture est déjà soldée.',
    en: 'This invoice is already settled.',
  },
  'already-disputed': {
    fr: 'Un litige est déjà ouvert sur cette facture.',
    en: 'A dispute is already open on this invoice.',
  },
  'already-reversed': {
    fr: 'Ce règlement n’est plus à annuler : il l’a déjà été, ou n’est pas encore imputé.',
    en: 'This payment is not to be reversed: it was already, or is not posted yet.',
  },
  'no-dispute': {
    fr: 'Aucun litige n’est ouvert sur cette facture.',
    en: 'No dispute is open on this invoice.',
  },
  'promise-in-the-past': {
    fr: 'La date promise ({date}) est passée. Indiquez une date à partir d’aujourd’hui.',
    en: 'The promised date ({date}) is past. Give today or a later date.',
  },
  'promise-too-far': {
    fr: 'La date promise ({date}) est à plus d’un an. Vérifiez l’année.',
    en: 'The promised date ({date}) is more than a year away. Check the year.',
  },
  'promise-missing': {
    fr: 'Indiquez la date promise par le client.',
    en: 'Give the date that the customer promised.',
  },
  'dispute-missing': {
    fr: 'Indiquez le motif du litige.',
    en: 'Give the reason of the dispute.',
  },
  'payment-in-the-future': {
    fr: 'La date du règlement ({date}) est à venir. Enregistrez-le une fois reçu.',
    en: 'The date of the payment ({date}) is still to come. Record it once received.',
  },
  'act-in-the-future': {
    fr: 'La date de l’acte ({date}) est à venir. Consignez-le une fois accompli.',
    en: 'The date of the act ({date}) is still to come. Record it once done.',
  },
  'judgment-in-the-future': {
    fr: 'La date du jugement ({date}) est à venir. Enregistrez-le une fois rendu.',
    en: 'The date of the judgment ({date}) is still to come. Record it once given.',
  },
  'published-before-judged': {
    fr: 'La publication au BODACC suit le jugement : vérifiez les deux dates.',
    en: 'The publication in the BODACC follows the judgment: check both dates.',
  },
  'terms-too-long': {
    fr: 'La loi ne permet pas {days} jours : {longest} au plus (C. com. L441-10). Rien n’a été enregistré.',
    en: 'The law does not allow {days} days: at most {longest} (C. com. L441-10). Nothing was recorded.',
  },
  'invalid-period': {
    fr: 'Du {from} au {until} : le dernier jour doit suivre le premier, de trois ans au plus. Rien n’a été simulé.',
    en: 'From {from} to {until}: the last day must follow the first, by three years at most. Nothing was simulated.',
  },
  'settings-conflict': {
    fr: 'Quelqu’un d’autre a modifié ces réglages entre-temps. Rechargez-les, puis reprenez votre modification.',
    en: 'Somebody else changed these settings meanwhile. Reload them, then make your change again.',
  },
  'not-waiting': {
    fr: 'Ce message n’attend plus de confirmation (état : {state}).',
    en: 'This message no longer waits for confirmation (state: {state}).',
  },
  'task-closed': {
    fr: 'Cette tâche est déjà close.',
    en: 'This task is already closed.',
  },
  'unknown-outcome': {
    fr: 'Issue inconnue : « {outcome} ». Issues possibles : {offered}.',
    en: 'Unknown outcome: "{outcome}". Possible: {offered}.',
  },
  'sending-held': {
    fr: 'Les envois à ce client sont en pause ; rien n’est parti. Levez la pause, puis confirmez.',
    en: 'Sending to this customer is on hold; nothing has left. Lift the hold, then confirm.',
  },
  'restraint-scope': {
    fr: 'Une exclusion porte sur un client, un interlocuteur ou une facture. Pour arrêter le reste, mettez en pause.',
    en: 'An exclusion concerns a customer, a contact or an invoice. To stop anything else, hold it.',
  },
  'restraint-ended': {
    fr: 'Cette pause ou cette exclusion est déjà levée.',
    en: 'This hold or exclusion has been lifted already.',
  },
  'restraint-implied': {
    fr: 'Cet arrêt découle d’un fait et prend fin avec lui : il ne se lève pas à la main.',
    en: 'This hold follows from a fact and ends with it: it cannot be lifted by hand.',
  },
  'end-in-the-past': {
    fr: 'La date de fin ({date}) est passée. Indiquez une date à partir d’aujourd’hui.',
    en: 'The end date ({date}) is past. Give today or a later date.',
  },
  'no-address': {
    fr: 'Cet interlocuteur n’a pas d’adresse : il ne peut être ni contacté ni exclu.',
    en: 'This contact has no address: they can be neither contacted nor excluded.',
  },
  'not-parked': {
    fr: 'Ce dossier n’est pas en attente d’intervention.',
    en: 'This file is not waiting for anybody.',
  },
  'unknown-step': {
    fr: 'L’étape « {step} » n’est pas dans la version en vigueur, ou pas pour une facture dans cet état.',
    en: 'The step "{step}" is not in the version in force, or not for an invoice in this state.',
  },
  'was-published': {
    fr: 'Ce scénario a été publié : des dossiers s’y réfèrent, il ne peut plus être supprimé.',
    en: 'This scenario was published: files refer to it, so it can no longer be deleted.',
  },
  'never-published': {
    fr: 'Ce scénario n’a pas encore été publié.',
    en: 'This scenario has not been published yet.',
  },
  'scenario-problems': {
    fr: 'Le scénario a des erreurs ; il n’a pas été publié.',
    en: 'The scenario has errors; it was not published.',
  },
  unavailable: {
    fr: 'Le moteur de relance ne répond pas. Ce qui était enregistré le reste ; réessayez dans un instant.',
    en: 'The reminder engine does not answer. What was recorded stays; try again in a moment.',
  },
  unauthenticated: {
    fr: 'Identifiez-vous : jeton absent, inconnu, expiré ou révoqué.',
    en: 'Sign in: the token is missing, unknown, expired or revoked.',
  },
  forbidden: {
    fr: 'Votre rôle ({role}) ne permet pas cette action.',
    en: 'Your role ({role}) does not allow this.',
  },
  'foreign-origin': {
    fr: 'La demande vient d’un autre site ; elle a été refusée.',
    en: 'The request comes from another site; it was refused.',
  },
  'unknown-host': {
    fr: 'Cette installation ne répond que sous son adresse locale (localhost).',
    en: 'This installation answers under its local address only (localhost).',
  },
  'too-large': {
    fr: 'Trop volumineux : {limit} Mo au plus.',
    en: 'Too large: at most {limit} MB.',
  },
  'bad-json': {
    fr: 'Le corps de la demande n’est pas du JSON lisible.',
    en: 'The body of the request is not readable JSON.',
  },
  'bad-media-type': {
    fr: 'Type de contenu attendu : {expected}.',
    en: 'Expected content type: {expected}.',
  },
  'bad-address': {
    fr: 'L’adresse est mal encodée.',
    en: 'The address is badly encoded.',
  },
  'no-file': {
    fr: 'Joignez un fichier dans le champ « file ».',
    en: 'Attach one file in the field "file".',
  },
  unexpected: {
    fr: 'Une erreur est survenue de notre côté. Référence : {reference}.',
    en: 'Something went wrong on our side. Reference: {reference}.',
  },
}
