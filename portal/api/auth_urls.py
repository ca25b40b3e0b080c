"""Addresses of signing in, below /api/v1/."""

from django.urls import path

from portal.api import auth

urlpatterns = [
    path("auth/login/", auth.LoginView.as_view(), name="auth-login"),
    path("auth/refresh/", auth.RefreshView.as_view(), name="auth-refresh"),
    path("auth/logout/", auth.LogoutView.as_view(), name="auth-logout"),
    path("auth/mfa/", auth.MfaView.as_view(), name="auth-mfa"),
    path("auth/mfa/verify/", auth.MfaVerifyView.as_view(), name="auth-mfa-verify"),
    path("auth/mfa/enrol/", auth.MfaEnrolView.as_view(), name="auth-mfa-enrol"),
    path("auth/mfa/confirm/", auth.MfaConfirmView.as_view(), name="auth-mfa-confirm"),
    path("auth/mfa/disable/", auth.MfaDisableView.as_view(), name="auth-mfa-disable"),
    path("auth/mfa/recovery-codes/", auth.RecoveryCodesView.as_view(), name="auth-mfa-codes"),
    path("auth/magic-link/", auth.MagicLinkView.as_view(), name="auth-magic-link"),
    path("auth/magic-link/use/", auth.MagicLinkUseView.as_view(), name="auth-magic-link-use"),
    path("auth/password/change/", auth.PasswordChangeView.as_view(), name="auth-password"),
    path("auth/password/forgotten/", auth.PasswordForgottenView.as_view(), name="auth-forgotten"),
    path("auth/password/reset/", auth.PasswordResetView.as_view(), name="auth-reset"),
    path("auth/invitation/accept/", auth.InvitationAcceptView.as_view(), name="auth-invitation"),
    path("auth/email/send/", auth.EmailSendView.as_view(), name="auth-email-send"),
    path("auth/email/verify/", auth.EmailVerifyView.as_view(), name="auth-email-verify"),
]
