"""Closed lists of brand, and how their statuses move."""

from django.db import models


class BrandAssetType(models.TextChoices):
    LOGO = "logo"
    IMAGE = "image"
    VIDEO = "video"
    DOCUMENT = "document"
    AUDIO = "audio"
    ICON = "icon"
    TEMPLATE = "template"
    N3D_TOUR = "3d_tour"


class BrandAssetLogoType(models.TextChoices):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    ICON = "icon"
    WORDMARK = "wordmark"
    BADGE = "badge"
    FAVICON = "favicon"
    SOCIAL = "social"


class BrandAssetColorVersion(models.TextChoices):
    FULL_COLOR = "full_color"
    WHITE = "white"
    BLACK = "black"
    SINGLE_COLOR = "single_color"
    GRAYSCALE = "grayscale"


class BrandAssetFileFormat(models.TextChoices):
    SVG = "svg"
    PNG = "png"
    JPG = "jpg"
    EPS = "eps"
    PDF = "pdf"
    ICO = "ico"
    MP4 = "mp4"
    GIF = "gif"


class BrandAssetLicenseType(models.TextChoices):
    OWNED = "owned"
    ROYALTY_FREE = "royalty_free"
    RIGHTS_MANAGED = "rights_managed"
    EDITORIAL = "editorial"
    CREATIVE_COMMONS = "creative_commons"


class BrandAssetStatus(models.TextChoices):
    ACTIVE = "active"
    PROCESSING = "processing"
    DEPRECATED = "deprecated"
    ARCHIVED = "archived"


class BrandGuidelineCategory(models.TextChoices):
    MISSION = "mission"
    VALUES_ = "values"
    POSITIONING = "positioning"
    VOICE = "voice"
    VISUAL = "visual"
    NAMING = "naming"
    RESPONSE = "response"
    IMAGERY = "imagery"
    MESSAGING = "messaging"
    SOCIAL = "social"
    LEGAL = "legal"
    PHOTOGRAPHY = "photography"
    VIDEO = "video"


class BrandGuidelineResponseContext(models.TextChoices):
    GUEST_COMPLAINT = "guest_complaint"
    INQUIRY = "inquiry"
    REVIEW_POSITIVE = "review_positive"
    REVIEW_NEGATIVE = "review_negative"
    OWNER_MESSAGE = "owner_message"
    CANCELLATION = "cancellation"


class BrandGuidelinePriority(models.TextChoices):
    CRITICAL = "critical"
    HIGH = "high"
    STANDARD = "standard"
    OPTIONAL = "optional"


class BrandGuidelineStatus(models.TextChoices):
    DRAFT = "draft"
    PENDING_REVIEW = "pending_review"
    ACTIVE = "active"
    ARCHIVED = "archived"


class BrandColorRole(models.TextChoices):
    PRIMARY = "primary"
    SECONDARY = "secondary"
    ACCENT = "accent"
    NEUTRAL = "neutral"
    BACKGROUND = "background"
    TEXT = "text"
    ERROR = "error"
    SUCCESS = "success"
    WARNING = "warning"


class BrandFontRole(models.TextChoices):
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BODY = "body"
    CAPTION = "caption"
    ACCENT = "accent"
    MONOSPACE = "monospace"
    BUTTON = "button"
    NAVIGATION = "navigation"


class BrandFontWeight(models.TextChoices):
    N100 = "100"
    N200 = "200"
    N300 = "300"
    N400 = "400"
    N500 = "500"
    N600 = "600"
    N700 = "700"
    N800 = "800"
    N900 = "900"


class BrandFontStyle(models.TextChoices):
    NORMAL = "normal"
    ITALIC = "italic"
    OBLIQUE = "oblique"


class BrandFontLicenseType(models.TextChoices):
    GOOGLE_FONTS = "google_fonts"
    COMMERCIAL = "commercial"
    OPEN = "open"
    CUSTOM = "custom"


class BrandTemplateType(models.TextChoices):
    EMAIL = "email"
    SOCIAL_POST = "social_post"
    FLYER = "flyer"
    PRESENTATION = "presentation"
    BROCHURE = "brochure"
    SIGNAGE = "signage"
    PROPOSAL = "proposal"
    NEWSLETTER = "newsletter"
    MESSAGE = "message"


class BrandTemplateCategory(models.TextChoices):
    TRANSACTIONAL = "transactional"
    MARKETING = "marketing"
    OPERATIONAL = "operational"
    SUPPORT = "support"
    CONCIERGE = "concierge"


class BrandTemplateTone(models.TextChoices):
    WARM = "warm"
    PROFESSIONAL = "professional"
    CASUAL = "casual"
    URGENT = "urgent"
    APOLOGETIC = "apologetic"


class BrandTemplateStatus(models.TextChoices):
    DRAFT = "draft"
    TESTING = "testing"
    ACTIVE = "active"
    ARCHIVED = "archived"
