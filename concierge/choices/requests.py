"""Closed lists of requests, and how their statuses move."""

from django.db import models


class ServiceRequestType(models.TextChoices):
    CHEF = "chef"
    SPA = "spa"
    CHILDCARE = "childcare"
    CLEANING = "cleaning"
    TRANSPORT = "transport"
    RENTAL = "rental"
    CELEBRATION = "celebration"
    GROCERY = "grocery"
    TOUR = "tour"
    DINING = "dining"
    OTHER = "other"


class ServiceRequestStatus(models.TextChoices):
    NEW = "new"
    QUOTED = "quoted"
    APPROVED = "approved"
    IN_PROGRESS = "in_progress"
    FULFILLED = "fulfilled"
    DECLINED = "declined"
    CANCELLED = "cancelled"


class ServiceRequestSource(models.TextChoices):
    GUEST = "guest"
    SURVEY = "survey"
    AGENT = "agent"
    TEAM = "team"


class RequestFulfillmentStatus(models.TextChoices):
    SCHEDULED = "scheduled"
    IN_PROGRESS = "in_progress"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


class WelcomePackageTier(models.TextChoices):
    STANDARD = "standard"
    PREMIUM = "premium"
    VIP = "vip"
    OWNER = "owner"
    RETURNING = "returning"


class WelcomePackageBillableTo(models.TextChoices):
    COMPANY = "company"
    OWNER = "owner"
    GUEST = "guest"


class AmenityRequestStatus(models.TextChoices):
    REQUESTED = "requested"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    DELIVERED = "delivered"
    RETURNED = "returned"
    DECLINED = "declined"
    CANCELLED = "cancelled"


class TransferTransportType(models.TextChoices):
    AIRPORT_PICKUP = "airport_pickup"
    AIRPORT_DROPOFF = "airport_dropoff"
    CAR_RENTAL = "car_rental"
    PRIVATE_DRIVER = "private_driver"
    SHUTTLE = "shuttle"
    BOAT = "boat"
    BIKE_RENTAL = "bike_rental"


class TransferPaidBy(models.TextChoices):
    GUEST = "guest"
    COMPANY = "company"
    OWNER = "owner"


class TransferStatus(models.TextChoices):
    REQUESTED = "requested"
    QUOTED = "quoted"
    CONFIRMED = "confirmed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


class GroceryOrderPaymentStatus(models.TextChoices):
    PENDING = "pending"
    AUTHORIZED = "authorized"
    PAID = "paid"
    REFUNDED = "refunded"
    FAILED = "failed"


class GroceryOrderStatus(models.TextChoices):
    REQUESTED = "requested"
    CONFIRMED = "confirmed"
    SHOPPING = "shopping"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
